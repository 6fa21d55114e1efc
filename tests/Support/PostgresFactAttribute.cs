namespace Workbench.Support;

/// <summary>A fact on a real PostgreSQL: skipped with the reason where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute() => Skip = PostgresServer.SkipReason;

    /// <summary>Whether it needs <see cref="SharedData"/>, too.</summary>
    public bool OverSharedData
    {
        get;
        init
        {
            field = value;
            Skip ??= value ? SharedData.SkipReason : null;
        }
    }
}
