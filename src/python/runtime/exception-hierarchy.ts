/**
 * The built-in exception classes: which is whose, and when each name arrived or went.
 * Source: https://docs.python.org/3/library/exceptions.html#exception-hierarchy, the "What's new" of each release.
 */
import { BaseException, allocException } from './base-exception.ts';
import { E } from './errors.ts';
import { makeClass, type } from './object.ts';

/** The hierarchy, each line `Name: Base`, with the eras that have it. Source: the library reference, and the "What's new" of each release. */
const hierarchy = `
SystemExit: BaseException
KeyboardInterrupt: BaseException
GeneratorExit: BaseException
Exception: BaseException
StopIteration: Exception
StopAsyncIteration: Exception
StandardError: Exception
ArithmeticError: Exception
FloatingPointError: ArithmeticError
OverflowError: ArithmeticError
ZeroDivisionError: ArithmeticError
AssertionError: Exception
AttributeError: Exception
BufferError: Exception
EOFError: Exception
ImportError: Exception
ModuleNotFoundError: ImportError
LookupError: Exception
IndexError: LookupError
KeyError: LookupError
MemoryError: Exception
NameError: Exception
UnboundLocalError: NameError
OSError: Exception
BlockingIOError: OSError
ChildProcessError: OSError
ConnectionError: OSError
BrokenPipeError: ConnectionError
ConnectionAbortedError: ConnectionError
ConnectionRefusedError: ConnectionError
ConnectionResetError: ConnectionError
FileExistsError: OSError
FileNotFoundError: OSError
InterruptedError: OSError
IsADirectoryError: OSError
NotADirectoryError: OSError
PermissionError: OSError
ProcessLookupError: OSError
TimeoutError: OSError
ReferenceError: Exception
RuntimeError: Exception
NotImplementedError: RuntimeError
PythonFinalizationError: RuntimeError
RecursionError: RuntimeError
SyntaxError: Exception
IndentationError: SyntaxError
TabError: IndentationError
SystemError: Exception
TypeError: Exception
ValueError: Exception
UnicodeError: ValueError
UnicodeDecodeError: UnicodeError
UnicodeEncodeError: UnicodeError
UnicodeTranslateError: UnicodeError
Warning: Exception
BytesWarning: Warning
DeprecationWarning: Warning
EncodingWarning: Warning
FutureWarning: Warning
ImportWarning: Warning
PendingDeprecationWarning: Warning
ResourceWarning: Warning
RuntimeWarning: Warning
SyntaxWarning: Warning
UnicodeWarning: Warning
UserWarning: Warning
`;
for (const line of hierarchy.trim().split('\n')) {
  const [name, base] = line.split(': ') as [string, string];
  const t = makeClass(type, name, [E[base]!], {}, BaseException, true);
  t.heap = false;
  t.module = 'builtins';
  t.alloc = allocException;
  E[name] = t;
}
/** When each exception's name arrived or went: read by builtins.ts. */
export const exceptionEras: Record<string, string> = {
  StopIteration: '2.2+',
  StopAsyncIteration: '3.5+',
  GeneratorExit: '2.5+',
  StandardError: '2.7-',
  ModuleNotFoundError: '3.6+',
  RecursionError: '3.5+',
  BlockingIOError: '3.3+',
  ChildProcessError: '3.3+',
  ConnectionError: '3.3+',
  BrokenPipeError: '3.3+',
  ConnectionAbortedError: '3.3+',
  ConnectionRefusedError: '3.3+',
  ConnectionResetError: '3.3+',
  FileExistsError: '3.3+',
  FileNotFoundError: '3.3+',
  InterruptedError: '3.3+',
  IsADirectoryError: '3.3+',
  NotADirectoryError: '3.3+',
  PermissionError: '3.3+',
  ProcessLookupError: '3.3+',
  TimeoutError: '3.3+',
  PythonFinalizationError: '3.13+',
  BytesWarning: '2.6+',
  EncodingWarning: '3.10+',
  ResourceWarning: '3.2+',
  ImportWarning: '2.5+',
  UnicodeWarning: '2.5+',
  PendingDeprecationWarning: '2.3+',
  FutureWarning: '2.3+',
  BufferError: '2.6+',
  ReferenceError: '2.2+',
  BaseException: '2.5+',
  UnicodeDecodeError: '2.3+',
  UnicodeEncodeError: '2.3+',
  UnicodeTranslateError: '2.3+',
  BaseExceptionGroup: '3.11+',
  ExceptionGroup: '3.11+',
  Warning: '2.1+',
  UserWarning: '2.1+',
  DeprecationWarning: '2.1+',
  SyntaxWarning: '2.1+',
  RuntimeWarning: '2.1+',
  IndentationError: '2.0+',
  TabError: '2.0+',
  UnboundLocalError: '2.0+',
};
