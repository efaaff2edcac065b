/// <reference lib="dom" />
import type { Page } from 'playwright-core';

interface Focus {
  /** Role and accessible name, as a screen reader says them. */
  said: string;
  visible: boolean;
}

/** What has the focus, and whether one sees it: on screen, within an outline. */
function focusOf(page: Page): Promise<Focus | null> {
  return page.evaluate(async () => {
    // The frame in which the focus is drawn.
    await new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) return null;
    const named = element.getAttribute('aria-labelledby')?.split(' ').map((id) => document.getElementById(id)?.innerText ?? '').join(' ');
    const label = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? [...(element.labels ?? [])].map((one) => one.innerText).join(' ') : '';
    const name = element.getAttribute('aria-label') ?? named ?? (label || element.innerText || element.title);
    const outlined = (one: Element) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(one);
      return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
    };
    // A control may wear its focus on the box that stands for it: its label, its track, the field around it.
    const around = [element, element.nextElementSibling, element.parentElement, element.parentElement?.parentElement].filter((one): one is Element => one instanceof Element);
    const box = element.getBoundingClientRect();
    const onScreen = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
    return { said: `${element.getAttribute('role') ?? element.tagName.toLowerCase()} ${name}`.replace(/\s+/g, ' ').trim(), visible: onScreen && around.some(outlined) };
  });
}

/** A person without a mouse. Each stop of the Tab key must be seen. */
export class Keyboard {
  readonly unseen: string[] = [];

  constructor(private readonly page: Page) {}

  /** Presses Tab until `name` has the focus. */
  async reach(name: RegExp, { back = false, most = 120 } = {}): Promise<void> {
    const passed: string[] = [];
    for (let stop = 0; stop < most; stop += 1) {
      await this.page.keyboard.press(back ? 'Shift+Tab' : 'Tab');
      const focus = await focusOf(this.page);
      if (!focus) continue;
      if (!focus.visible) this.unseen.push(focus.said);
      if (name.test(focus.said)) return;
      passed.push(focus.said);
    }
    throw new Error(`${String(name)} was not reached. Passed: ${passed.slice(-40).join(' · ')}`);
  }

  async press(name: RegExp, key = 'Enter'): Promise<void> {
    await this.reach(name);
    await this.page.keyboard.press(key);
  }

  type(text: string): Promise<void> {
    return this.page.keyboard.type(text);
  }

  /** As after opening a page: the next Tab goes to its first stop. */
  fromTheTop(): Promise<void> {
    return this.page.evaluate(() => {
      const first = document.createElement('span');
      first.tabIndex = -1;
      document.body.prepend(first);
      first.focus();
      first.remove();
    });
  }

  /** Goes through the whole page: the Tab key must come out of it. */
  async leavesPage(most = 250): Promise<boolean> {
    await this.fromTheTop();
    for (let stop = 0; stop < most; stop += 1) {
      await this.page.keyboard.press('Tab');
      const focus = await focusOf(this.page);
      if (!focus && stop > 0) return true;
      if (focus && !focus.visible) this.unseen.push(focus.said);
    }
    return false;
  }
}
