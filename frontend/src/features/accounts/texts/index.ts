import { textsFor } from '@/shared/i18n';
import type nb from './nb.json';

export const useT = textsFor<keyof typeof nb>();
