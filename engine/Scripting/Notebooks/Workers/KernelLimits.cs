namespace Workbench.Scripting.Notebooks;

/// <summary>What a worker may take, and how long its door waits for it.</summary>
public sealed record KernelLimits
{
    /// <summary>
    /// Most memory of the worker, in MB. Default 4,096. Objects get 512 MB less, or half where that is more, so that a cell that takes too much
    /// meets an <see cref="OutOfMemoryException"/> and the variables stay; the process is ended only where that does not help.
    /// </summary>
    public long MemoryMb { get; init; } = 4096;

    /// <summary>How long a cell that was told to stop may go on before the process is ended. Default 3 s.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>How long a worker may take to begin. Default 60 s.</summary>
    public TimeSpan StartPatience { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a question about the language is waited for before the empty answer is given. Default 5 s.</summary>
    public TimeSpan AnswerPatience { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Most characters that one cell may print past <see cref="Console.Out"/>, for instance from native code, before the rest is counted instead
    /// of shown. Default 1,000,000.
    /// </summary>
    public int MostRawOutput { get; init; } = 1_000_000;

    // The compiler, the machine code and the stacks take 150 to 250 MB beside the objects.
    internal long HeapMb => Math.Max(MemoryMb - 512, MemoryMb / 2);
}
