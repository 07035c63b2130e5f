/** What generated code calls for all that is too rare or too long to be written out each time. */
export { read64, readBits, readFloatBits } from './bits';
export { BadField, EndOfData, endOfData, isEndOfData, noOption, tooManyElements } from './decoding-error';
export { EnumerationTable } from './enumeration-table';
export { hexadecimal } from './hexadecimal';
export { setLongTime } from './long-time';
export { paddedText, stringEnd, text } from './text';
export { variableEnd, variableInteger } from './variable-integer';
export { readWideBits, readWideFloat } from './wide-bits';
export { wideStringEnd, wideText } from './wide-text';
