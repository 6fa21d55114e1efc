namespace Workbench.Scripting.Notebooks;

/// <summary>Where a running cell's output goes, as it arises. Calls may come from any thread, and in the order in which they must be shown.</summary>
public interface ICellOutput
{
    /// <summary>Text that the cell printed.</summary>
    void Stream(StreamName name, string text);

    /// <summary>Something to show.</summary>
    /// <param name="content">What.</param>
    /// <param name="displayId">Name under which it can be replaced later, also by other cells; null for never.</param>
    void Display(MimeBundle content, string? displayId = null);

    /// <summary>Replaces what was shown under that name, wherever it stands.</summary>
    void Update(string displayId, MimeBundle content);

    /// <summary>Takes away what this cell has shown so far.</summary>
    /// <param name="wait">Only when the next thing is there to take its place, so that nothing flickers.</param>
    void Clear(bool wait);
}
