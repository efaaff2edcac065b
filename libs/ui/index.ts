export { PortevoixProvider } from './theme/PortevoixProvider';
export type { PortevoixProviderProps } from './theme/PortevoixProvider';
export { theme } from './theme/theme';
export { accentRoles, accentVariables } from './theme/accent';
export type { AccentResult, AccentScheme } from './theme/accent';
export { contrast, normaliseHex } from './theme/colour';
export { UiTextsProvider, fill, useUi, useUiTexts } from './shared/texts';
export type { UiLanguage, UiTexts } from './shared/texts';
