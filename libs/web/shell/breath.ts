/** Between two pieces of work: the browser paints and hears the person first. */
export function breath(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}
