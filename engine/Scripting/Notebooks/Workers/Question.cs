namespace Workbench.Scripting.Notebooks;

/// <summary>What a worker can be asked about a text while a cell runs.</summary>
enum Question
{
    /// <summary><see cref="IKernel.Complete"/>.</summary>
    Complete,

    /// <summary><see cref="IKernel.Inspect"/>.</summary>
    Inspect,

    /// <summary><see cref="IKernel.Signatures"/>.</summary>
    Signatures,

    /// <summary><see cref="IKernel.Diagnose"/>.</summary>
    Diagnose,

    /// <summary><see cref="IKernel.IsComplete"/>.</summary>
    IsComplete,
}
