import { listenToKeys } from './keyboard.ts';
import { showHelp } from './keyboard-help.ts';
import { offerSearch } from './offer-search.ts';
import { offerSettings } from './settings-panel.ts';

const button = document.getElementById('reading');
if (button instanceof HTMLButtonElement) offerSettings(button, showHelp);
listenToKeys(offerSearch());
