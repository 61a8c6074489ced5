export { type ErrorLocale, errorLocales, errorText } from './errorText.ts';
