namespace Workbench.App.Tests.Notebooks.Jupyter;

/// <summary>A theory about Jupyter's own programs: skipped with the reason where there are none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class JupyterTheoryAttribute : TheoryAttribute
{
    public JupyterTheoryAttribute() => Skip = InstalledJupyter.SkipReason;
}
