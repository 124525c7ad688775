import { describe, expect, it } from 'vitest';
import { displayText, LEFT_OUT } from './display-text';

describe('a text from elsewhere among our own words', () => {
  it('shows ordinary text unchanged', () => {
    for (const text of ['Fix login', 'Größe prüfen', 'إصلاح تسجيل الدخول', '修复登录', 'e\u0301']) {
      expect(displayText(text)).toBe(text);
    }
  });

  it('leaves out every mark that turns the direction, and says so', () => {
    const marks = '\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069\u200E\u200F\u061C';
    expect(LEFT_OUT).toBe('\uFFFD');
    for (const mark of marks) expect(displayText(`pay${mark}ana`)).toBe(`pay${LEFT_OUT}ana`);
  });

  it('makes one mark of a run of hidden characters', () => {
    expect(displayText('a\u200B\u2060\uFEFF\u{E0041}b')).toBe(`a${LEFT_OUT}b`);
    expect(displayText('a\u0000\u0007b')).toBe(`a${LEFT_OUT}b`);
  });

  it('puts line breaks and tabs on one line', () => {
    expect(displayText('one\r\ntwo\tthree\vfour\ffive\u2028six\u0085seven')).toBe(
      'one two three four five six seven',
    );
  });

  it('keeps emoji made of several characters whole', () => {
    const family = '👩\u200D👩\u200D👧';
    const flag = '🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}';
    const judge = '👩🏽\u200D⚖\uFE0F';
    for (const emoji of [family, flag, judge, '❤\uFE0F']) expect(displayText(emoji)).toBe(emoji);
  });

  it('keeps the joiner that Persian is written with, and shows one hidden in Latin letters', () => {
    expect(displayText('می\u200Cخواهم')).toBe('می\u200Cخواهم');
    expect(displayText('pay\u200Cpal')).toBe(`pay${LEFT_OUT}pal`);
    expect(displayText('1\u200Cpal (\u200Dpal')).toBe(`1${LEFT_OUT}pal (${LEFT_OUT}pal`);
  });

  it('judges a joiner by the letter before it alone', () => {
    expect(displayText('Ana: می\u200Cخواهم')).toBe('Ana: می\u200Cخواهم');
    expect(displayText('ی\u200Ca')).toBe('ی\u200Ca');
    expect(displayText('a\u200Cی')).toBe(`a${LEFT_OUT}ی`);
  });
});
