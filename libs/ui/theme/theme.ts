import { createTheme, defaultVariantColorsResolver } from '@mantine/core';
import type { CSSVariablesResolver, MantineColorsTuple, MantineThemeComponents, VariantColorsResolver } from '@mantine/core';
import { accentVariables } from './accent';
import type { AccentScheme } from './accent';
import css from './components.module.css';

/** Mantine wants ten shades by colour; the roles below replace them, so one value is enough. */
const flat = (hex: string): MantineColorsTuple => [hex, hex, hex, hex, hex, hex, hex, hex, hex, hex];

/** filled, text on filled, stronger, soft. */
const ROLES: Readonly<Record<string, readonly [string, string, string, string]>> = {
  accent: ['--accent', '--on-accent', '--accent-strong', '--accent-soft'],
  danger: ['--danger', '--on-danger', '--danger', '--danger-soft'],
  good: ['--good', '--surface', '--good', '--good-soft'],
  warn: ['--warn', '--surface', '--warn', '--warn-soft'],
  info: ['--info', '--surface', '--info', '--info-soft'],
  gray: ['--ink', '--paper', '--ink-2', '--surface-2'],
  dark: ['--ink', '--paper', '--ink-2', '--surface-2'],
};
const ALIASES: Readonly<Record<string, string>> = { red: 'danger', green: 'good', teal: 'good', yellow: 'warn', orange: 'warn', blue: 'info' };

const variantColorResolver: VariantColorsResolver = (input) => {
  const name = input.color ?? 'accent';
  const role = ROLES[ALIASES[name] ?? name];
  if (!role || input.variant === 'default' || input.variant === 'gradient') return defaultVariantColorsResolver(input);
  const [filled, onFilled, strong, soft] = role.map((r) => `var(${r})`) as [string, string, string, string];
  const border = '1px solid transparent';
  const hover = 'color-mix(in srgb, var(--ink) 6%, transparent)';
  switch (input.variant) {
    case 'filled':
      return { background: filled, hover: `color-mix(in srgb, ${filled} 88%, var(--ink))`, color: onFilled, border };
    case 'light':
      return { background: soft, hover: `color-mix(in srgb, ${soft} 94%, var(--ink))`, color: name === 'gray' ? 'var(--ink)' : strong, border };
    case 'outline':
      return { background: 'transparent', hover, color: strong, border: '1px solid var(--control-line)' };
    case 'subtle':
    case 'transparent':
      return { background: 'transparent', hover: input.variant === 'subtle' ? hover : 'transparent', color: strong, border };
    default:
      return defaultVariantColorsResolver(input);
  }
};

const fields = { wrapper: css.inputWrapper ?? '', input: css.input ?? '' };
const modal = { content: css.modalContent, header: css.modalHeader, title: css.modalTitle, body: css.modalBody, overlay: css.modalOverlay };
const calendar = { day: css.dateDay, weekday: css.dateWeekday, calendarHeaderControl: css.dateControl, calendarHeaderLevel: css.dateControl, monthsListControl: css.dateDay, yearsListControl: css.dateDay };
const list = { dropdown: css.dropdown, option: css.option };
const inline = { label: css.inlineLabel, description: css.description, error: css.error };

/** Plain objects, not `Component.extend`: naming a component here would put its code in every bundle. */
const components: MantineThemeComponents = {
  Button: { defaultProps: { size: 'md' }, classNames: { root: css.button, inner: css.buttonInner, label: css.buttonLabel, section: css.buttonSection } },
  ActionIcon: { defaultProps: { size: 'md', variant: 'subtle', color: 'gray' }, classNames: { root: css.actionIcon } },
  CloseButton: { defaultProps: { size: 'md' } },
  Input: { classNames: fields },
  PillsInputField: { classNames: { field: css.pillsField } },
  InputWrapper: { classNames: { label: css.label, description: css.description, error: css.error, required: css.required } },
  Checkbox: { defaultProps: { size: '1.125rem' }, classNames: { input: css.checkbox, icon: css.checkIcon, ...inline } },
  Radio: { defaultProps: { size: 'sm' }, classNames: { radio: css.radio, icon: css.radioIcon, ...inline } },
  Switch: { defaultProps: { color: 'good', withThumbIndicator: false }, classNames: { root: css.switchRoot, track: css.switchTrack, thumb: css.switchThumb, ...inline } },
  Tabs: { classNames: { list: css.tabsList, tab: css.tab } },
  SegmentedControl: { defaultProps: { radius: 'sm', withItemsBorders: false }, classNames: { root: css.segmented, indicator: css.segmentedIndicator, label: css.segmentedLabel } },
  Popover: { defaultProps: { radius: 'md', transitionProps: { duration: 120 } }, classNames: { dropdown: css.dropdown } },
  Combobox: { defaultProps: { radius: 'md', transitionProps: { duration: 120 } }, classNames: list },
  // Their list asks for its looks in the field's own name. Opening on focus would hide the error that the focus leads to.
  Select: { defaultProps: { allowDeselect: false, checkIconPosition: 'right', openOnFocus: false }, classNames: list },
  MultiSelect: { defaultProps: { openOnFocus: false }, classNames: list },
  Menu: { defaultProps: { radius: 'md', withInitialFocusPlaceholder: false, transitionProps: { duration: 120 } }, classNames: { dropdown: css.dropdown, item: css.menuItem, label: css.menuLabel, divider: css.divider } },
  Tooltip: { defaultProps: { openDelay: 300, transitionProps: { duration: 120 } }, classNames: { tooltip: css.tooltip } },
  Modal: { defaultProps: { radius: 'md', centered: true, transitionProps: { duration: 220 } }, classNames: modal },
  Drawer: { defaultProps: { transitionProps: { duration: 360 } }, classNames: modal },
  Progress: { defaultProps: { radius: 'xl', size: '0.5rem' }, classNames: { root: css.progressRoot } },
  Skeleton: { defaultProps: { radius: 'sm' }, classNames: { root: css.skeleton } },
  // Told by the region that holds it: with a role of its own it would be told twice, or not at all.
  Notification: { defaultProps: { role: 'presentation' }, classNames: { root: css.notification, title: css.notificationTitle, description: css.notificationDescription } },
  Anchor: { defaultProps: { underline: 'hover' }, classNames: { root: css.anchor } },
  Chip: { classNames: { label: css.chip } },
  Table: { defaultProps: { horizontalSpacing: 'sm', verticalSpacing: 0 }, classNames: { table: css.table, th: css.th, td: css.td } },
  Divider: { classNames: { root: css.divider } },
  DatePicker: { classNames: calendar },
  DatePickerInput: { classNames: calendar },
  Spotlight: { defaultProps: { radius: 'md', centered: false, yOffset: '12vh', overlayProps: { blur: 0 } }, classNames: { root: css.spotlight, content: css.modalContent, overlay: css.modalOverlay, search: css.spotlightSearch, action: css.spotlightAction, actionDescription: css.spotlightDescription, empty: css.spotlightEmpty } },
};

export const theme = createTheme({
  primaryColor: 'accent',
  colors: { accent: flat('#c93c1d'), danger: flat('#b01f35'), good: flat('#1b7a57'), warn: flat('#8f5300'), info: flat('#2457a6') },
  variantColorResolver,
  fontFamily: 'var(--font-text)',
  fontSizes: { xs: 'var(--fs-xs)', sm: 'var(--fs-sm)', md: 'var(--fs-md)', lg: 'var(--fs-lg)', xl: 'var(--fs-xl)' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.45', lg: '1.5', xl: '1.3' },
  headings: {
    fontFamily: 'var(--font-display)',
    fontWeight: '600',
    textWrap: 'balance',
    sizes: {
      h1: { fontSize: 'var(--fs-2xl)', lineHeight: '1.15' },
      h2: { fontSize: 'var(--fs-lg)', lineHeight: '1.25' },
      h3: { fontSize: 'var(--fs-md)', lineHeight: '1.3' },
      h4: { fontSize: 'var(--fs-sm)', lineHeight: '1.35' },
    },
  },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  radius: { xs: 'var(--radius-xs)', sm: 'var(--radius-sm)', md: 'var(--radius-md)', lg: 'var(--radius-lg)', xl: 'var(--radius-xl)' },
  defaultRadius: 'sm',
  shadows: { xs: 'var(--shadow-1)', sm: 'var(--shadow-1)', md: 'var(--shadow-pop)', lg: 'var(--shadow-2)', xl: 'var(--shadow-2)' },
  breakpoints: { xs: '30em', sm: '50em', md: '64em', lg: '75em', xl: '90em' },
  focusRing: 'auto',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components,
});

const GRAYS = ['--surface-2', '--surface-2', '--line', '--line', '--control-line', '--control-line', '--ink-2', '--ink-2', '--ink', '--ink'];
const DARKS = ['--ink', '--ink-2', '--ink-2', '--control-line', '--line', '--surface-2', '--surface', '--paper', '--paper', '--paper'];

function paletteVariables(): Record<string, string> {
  const result: Record<string, string> = {};
  GRAYS.forEach((role, i) => (result[`--mantine-color-gray-${i}`] = `var(${role})`));
  DARKS.forEach((role, i) => (result[`--mantine-color-dark-${i}`] = `var(${role})`));
  for (const name of [...Object.keys(ROLES), ...Object.keys(ALIASES)]) {
    const [filled, , strong, soft] = (ROLES[ALIASES[name] ?? name] ?? []).map((r) => `var(${r})`) as [string, string, string, string];
    result[`--mantine-color-${name}-filled`] = filled;
    result[`--mantine-color-${name}-filled-hover`] = strong;
    result[`--mantine-color-${name}-light`] = soft;
    result[`--mantine-color-${name}-light-hover`] = soft;
    result[`--mantine-color-${name}-light-color`] = strong;
    result[`--mantine-color-${name}-outline`] = strong;
  }
  return result;
}

const SCHEME: Readonly<Record<string, string>> = {
  '--mantine-color-body': 'var(--paper)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-bright': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink-2)',
  '--mantine-color-placeholder': 'var(--ink-2)',
  '--mantine-color-anchor': 'var(--accent-strong)',
  '--mantine-color-error': 'var(--danger)',
  '--mantine-color-success': 'var(--good)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-hover': 'var(--surface-2)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--control-line)',
  '--mantine-color-disabled': 'var(--surface-2)',
  '--mantine-color-disabled-color': 'var(--ink-2)',
  '--mantine-color-disabled-border': 'var(--line)',
  '--mantine-primary-color-contrast': 'var(--on-accent)',
};

/** Mantine's variables read our roles; an accepted accent of the organisation replaces the four accent roles. */
export function variablesResolver(accent?: { light: AccentScheme; dark: AccentScheme }): CSSVariablesResolver {
  const palette = { ...SCHEME, ...paletteVariables() };
  return () => ({
    variables: {},
    light: { ...palette, ...(accent ? accentVariables(accent.light) : {}) },
    dark: { ...palette, ...(accent ? accentVariables(accent.dark) : {}) },
  });
}
