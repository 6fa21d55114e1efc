namespace Workbench.Support;

/// <summary>A fact about real data: runs where <see cref="SharedData"/> is there, is skipped with the reason elsewhere.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedDataFactAttribute : FactAttribute
{
    public SharedDataFactAttribute() => Skip = SharedData.SkipReason;
}
