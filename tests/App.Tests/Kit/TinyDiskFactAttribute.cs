namespace Workbench.App.Tests.Kit;

/// <summary>A fact about a full disk: skipped with the reason where no small disk can be mounted.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TinyDiskFactAttribute : FactAttribute
{
    public TinyDiskFactAttribute() => Skip = TinyDisk.SkipReason;
}
