/** What generated code calls for all that is too rare or too long to be written out each time. */
export { read64, readBits, readFloatBits } from './bits';
export { BadField, EndOfData, endOfData, isEndOfData, noOption } from './decoding-error';
export { EnumerationTable } from './enumeration-table';
export { setLongTime } from './long-time';
export { paddedText, stringEnd, text } from './text';
