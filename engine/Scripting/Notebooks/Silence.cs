namespace Workbench.Scripting.Notebooks;

/// <summary>Where output goes that nobody wants to see.</summary>
public sealed class Silence : ICellOutput
{
    /// <inheritdoc/>
    public void Stream(StreamName name, string text)
    {
    }

    /// <inheritdoc/>
    public void Display(MimeBundle content, string? displayId = null)
    {
    }

    /// <inheritdoc/>
    public void Update(string displayId, MimeBundle content)
    {
    }

    /// <inheritdoc/>
    public void Clear(bool wait)
    {
    }
}
