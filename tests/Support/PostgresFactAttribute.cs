namespace Workbench.Support;

/// <summary>A fact on a real PostgreSQL: skipped with the reason where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute() => Skip = PostgresServer.SkipReason;
}
