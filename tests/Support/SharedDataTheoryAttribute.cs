namespace Workbench.Support;

/// <summary>A theory about real data: runs where <see cref="SharedData"/> is there, is skipped with the reason elsewhere.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedDataTheoryAttribute : TheoryAttribute
{
    public SharedDataTheoryAttribute() => Skip = SharedData.SkipReason;
}
