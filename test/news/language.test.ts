import { describe, expect, test } from 'vitest';
import { languageOf } from '../../src/news/language.ts';

describe('the language of a text', () => {
  test.each([
    ['Pakistan and the group agree', undefined, 'en'],
    ['Le groupe prolonge la trêve', 'fr-FR', 'fr'],
    ['Le groupe prolonge la trêve avec le gouvernement', undefined, 'fr'],
    ['Truce prolonged as talks go on', undefined, 'en'],
    ['حکومت کا فیصلہ', 'en', 'ur'],
    ['Hukumat aur group ke darmiyan muzakrat', 'ur', 'ur'],
    ['د سولې خبرې', 'ur', 'ps'],
    ['پاکستان با طالبان در کابل مذاکره کرد', undefined, 'fa'],
    ['باكستان تعلن الهدنة مع الحركة', undefined, 'ar'],
    ['पाकिस्तान के साथ वार्ता', undefined, 'hi'],
    ['चर्चा सुरू आहे', 'mr', 'mr'],
    ['చర్చలు', 'en', 'te'],
    ['停火', undefined, 'zh'],
    ['12345 …', undefined, 'und'],
  ])('%s, declared %s: %s', (text, declared, language) => {
    expect(languageOf(text, declared)).toBe(language);
  });
});
