namespace Workbench.Core.Tests.Kit;

/// <summary>A scripted strategy that sees every tick, and so makes the engine walk where it would skim.</summary>
class TickScripted : Scripted
{
    public Action<Scripted, Tick>? Ticked { get; init; }

    public override void OnTick(in Tick tick) => Ticked?.Invoke(this, tick);
}
