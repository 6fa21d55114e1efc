namespace Workbench.Simulators.Tests;

/// <summary>A fact that a client written by others establishes: skipped with the reason where it cannot be had.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NpmFactAttribute : FactAttribute
{
    public NpmFactAttribute(string name, string version) => Skip = NpmPackage.Of(name, version).SkipReason;
}
