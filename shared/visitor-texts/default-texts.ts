import type { LanguageTag } from '../languages.js';
import { ar } from './ar.js';
import { de } from './de.js';
import { en } from './en.js';
import { es } from './es.js';
import { fr } from './fr.js';
import { it } from './it.js';
import { ja } from './ja.js';
import { ko } from './ko.js';
import { ptBr } from './pt-br.js';
import type { VisitorTexts } from './visitor-texts.js';
import { zhCn } from './zh-cn.js';

/** The texts that visitors see unless an administrator has replaced them. */
export const defaultTexts: Readonly<Record<LanguageTag, VisitorTexts>> = {
  en,
  de,
  fr,
  es,
  'pt-BR': ptBr,
  it,
  ja,
  ko,
  'zh-CN': zhCn,
  ar,
};
