namespace Workbench.Core;

/// <summary>The last four candles by their age; 0 is the newest.</summary>
sealed class Sticks
{
    readonly Stick[] last = new Stick[4];

    public ref readonly Stick this[int ago] => ref last[ago];

    public void Add(in Stick stick)
    {
        Array.Copy(last, 0, last, 1, last.Length - 1);
        last[0] = stick;
    }
}
