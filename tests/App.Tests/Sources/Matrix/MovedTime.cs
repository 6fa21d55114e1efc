namespace Workbench.App.Tests.Sources.Matrix;

/// <summary>The machine's clock, some way ahead.</summary>
sealed class MovedTime : TimeProvider
{
    public TimeSpan Ahead { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;
}
