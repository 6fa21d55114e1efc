namespace Workbench.Simulators.Tests.Providers;

/// <summary>A fact that an unpacker of others establishes: skipped with the reason where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UnpackerFactAttribute : FactAttribute
{
    public UnpackerFactAttribute() => Skip = Unpacker.SkipReason;
}
