namespace Workbench.Scripting.Notebooks;

/// <summary>Who ended a worker.</summary>
enum WorkerFate
{
    /// <summary>Itself, or somebody outside.</summary>
    Died,

    /// <summary>The door: its cell did not stop when it was told to.</summary>
    Stubborn,

    /// <summary>The door: it took too much memory.</summary>
    Greedy,

    /// <summary>The door: it spoke what is no frame.</summary>
    Garbled,

    /// <summary>The door: it was slow to begin.</summary>
    Slow,

    /// <summary>The door, because its user wanted a new one.</summary>
    Restarted,

    /// <summary>The door, because it closes.</summary>
    Closed,
}
