namespace Workbench.Platform.Journals;

/// <summary>
/// The disk, or the room a journal was given, is full, and what was reserved is used up. Nothing that was committed before is
/// lost, and what waits in memory is written as soon as there is room. The session that catches it sends no new orders, lets
/// cancellations go and raises the alarm.
/// </summary>
/// <param name="folder">Folder of the journal.</param>
/// <param name="inner">What the system said; null where the journal's own bound was met.</param>
public sealed class JournalFullException(string folder, Exception? inner = null)
    : IOException($"There is no room for the journal {folder}.", inner)
{
    /// <summary>Folder of the journal.</summary>
    public string Folder { get; } = folder;
}
