export { InstallPrompt, installIcons } from './InstallPrompt';
export type { InstallPromptProps } from './InstallPrompt';
export { PulseQuestion } from './PulseQuestion';
export type { PulseChoiceQuestion, PulseQuestionProps } from './PulseQuestion';
