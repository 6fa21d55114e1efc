namespace Workbench.Scripting.Notebooks;

/// <summary>One message between a door and the process that runs its cells.</summary>
abstract record Frame;

/// <summary>To the worker: run this cell.</summary>
sealed record ExecuteFrame(long Id, CellRequest Cell) : Frame;

/// <summary>To the worker: the cell shall stop.</summary>
sealed record InterruptFrame(long Id) : Frame;

/// <summary>To the worker: a question about the language, answered while a cell runs.</summary>
sealed record AskFrame(long Id, Question Question, string Code, int Position) : Frame;

/// <summary>From the worker: it lives and listens.</summary>
sealed record ReadyFrame : Frame;

/// <summary>From the worker: the cell begins. A worker that ends before it said so has run nothing of the cell.</summary>
sealed record BegunFrame(long Id) : Frame;

/// <summary>From the worker: the cell printed.</summary>
sealed record StreamFrame(StreamName Name, string Text) : Frame;

/// <summary>From the worker: the cell shows something.</summary>
sealed record DisplayFrame(MimeBundle Content, string? DisplayId) : Frame;

/// <summary>From the worker: something shown earlier changes.</summary>
sealed record UpdateFrame(string DisplayId, MimeBundle Content) : Frame;

/// <summary>From the worker: what the cell has shown goes away.</summary>
sealed record ClearFrame(bool Wait) : Frame;

/// <summary>From the worker: what the cell came to.</summary>
sealed record ResultFrame(long Id, CellResult Result) : Frame;

/// <summary>From the worker: an answer, of the type that its question asks for.</summary>
sealed record AnswerFrame(long Id, Question Question, object? Answer) : Frame;

/// <summary>From the worker: it ends, because something in it asked for that.</summary>
sealed record LeavingFrame(int ExitCode) : Frame;
