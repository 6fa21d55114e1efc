namespace Workbench.Scripting.Notebooks;

/// <summary>Where the output of a silent cell goes.</summary>
sealed class Silence : ICellOutput
{
    public void Stream(StreamName name, string text)
    {
    }

    public void Display(MimeBundle content, string? displayId = null)
    {
    }

    public void Update(string displayId, MimeBundle content)
    {
    }

    public void Clear(bool wait)
    {
    }
}
