namespace Workbench.Scripting.Notebooks;

/// <summary>The two pipes of a worker, as the words that it is started with.</summary>
/// <param name="Requests">Handle that it reads from.</param>
/// <param name="Answers">Handle that it writes to.</param>
public sealed record WorkerPipes(string Requests, string Answers);
