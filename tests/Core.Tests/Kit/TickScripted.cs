namespace Workbench.Core.Tests.Kit;

/// <summary>A scripted strategy that sees every tick, and so makes the engine walk where it would skim.</summary>
class TickScripted : Scripted
{
    public Action<Scripted, Tick>? Ticked { get; init; }

    /// <summary>Acts at the first tick, and never again.</summary>
    public static TickScripted Once(Action<Scripted> act, Action<Scripted>? end = null)
    {
        var done = false;
        return new TickScripted
        {
            Ticked = (self, _) =>
            {
                if (!done)
                {
                    act(self);
                }

                done = true;
            },
            Stopped = end,
        };
    }

    public override void OnTick(in Tick tick) => Ticked?.Invoke(this, tick);
}
