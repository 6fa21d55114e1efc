using Workbench.Model;

namespace Workbench.App;

/// <summary>What a session has been told, by its journal, by its warm-up and since. The journal is the only record of it: what stands there was told, and nothing else was.</summary>
sealed class NoticeMemory
{
    readonly HashSet<NoticeKey> told = [];

    /// <summary>Whether it was told.</summary>
    public bool Has(NoticeKey key) => told.Contains(key);

    /// <summary>Notes that it was told.</summary>
    public void Add(INotice notice)
    {
        var key = NoticeKey.Of(notice);
        told.Add(key);
        if (key.Implied is { } known)
        {
            told.Add(known);
        }
    }
}
