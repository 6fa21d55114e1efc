namespace Workbench.Platform.Tests.Journals;

/// <summary>A fact about a disk that is really full: runs where a small tmpfs can be mounted, is skipped with the reason elsewhere.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TmpfsFactAttribute : FactAttribute
{
    public TmpfsFactAttribute() => Skip = SmallDisk.Refusal;
}
