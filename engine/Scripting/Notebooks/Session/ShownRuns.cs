namespace Workbench.Scripting.Notebooks;

/// <summary>What the cells of a session show of runs, so that it can be marked once it is stale.</summary>
sealed class ShownRuns
{
    /// <summary>Whoever shows more than this has scrolled past the first ones.</summary>
    const int Most = 500;

    readonly Lock door = new();
    readonly Dictionary<string, MimeBundle> shown = new(StringComparer.Ordinal);
    readonly Queue<string> order = new();

    /// <summary>Notes what stands under a display's name from now on.</summary>
    public void Note(string displayId, MimeBundle content)
    {
        lock (door)
        {
            if (content.RunIds.Count == 0 || content.IsStale)
            {
                shown.Remove(displayId);
            }
            else
            {
                if (!shown.ContainsKey(displayId))
                {
                    order.Enqueue(displayId);
                }

                shown[displayId] = content;
            }

            while (order.Count > Most)
            {
                shown.Remove(order.Dequeue());
            }
        }
    }

    /// <summary>What turned stale, by the name under which it stands, in the order it was shown.</summary>
    /// <param name="isStale">Whether a run is.</param>
    public IReadOnlyList<(string DisplayId, MimeBundle Content)> Stale(Func<string, bool> isStale)
    {
        lock (door)
        {
            return [.. order.Where(id => shown.TryGetValue(id, out var content) && content.RunIds.Any(isStale)).Select(id => (id, shown[id].AsStale()))];
        }
    }
}
