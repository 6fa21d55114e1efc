// W9's script: an order every two hundred ticks, long and flat in turn.
public sealed class LiveDoor : Strategy
{
    int ticks;

    public override void OnTick(in Tick tick)
    {
        if (++ticks % 200 == 0)
        {
            TargetPosition(ticks / 200 % 2 == 0 ? 0m : 1_000m);
        }
    }
}
