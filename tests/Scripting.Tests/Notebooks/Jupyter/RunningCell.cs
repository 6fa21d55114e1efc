using Workbench.Scripting.Notebooks;

namespace Workbench.Scripting.Tests.Notebooks.Jupyter;

/// <summary>What the cells of <see cref="ScriptKernel"/> see beside the framework.</summary>
public sealed class RunningCell
{
    public ICellOutput Output { get; set; } = null!;

    public CancellationToken Interrupt { get; set; }
}
