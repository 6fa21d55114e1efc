namespace Workbench.App.Tests.Notebooks.Jupyter;

/// <summary>A fact about Jupyter's own programs: skipped with the reason where there are none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class JupyterFactAttribute : FactAttribute
{
    public JupyterFactAttribute() => Skip = InstalledJupyter.SkipReason;
}
