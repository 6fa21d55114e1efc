namespace Workbench.Core;

/// <summary>Keeps the earliest event that was changed on any tape of a run.</summary>
public sealed class FirstChange
{
    /// <summary>The earliest; null while none was met.</summary>
    public ChangedEvent? Event { get; private set; }

    internal void Note(ChangedEvent changed)
    {
        if (Event is null || changed.Time < Event.Time)
        {
            Event = changed;
        }
    }
}
