using System.Text;
using Workbench.Scripting.Notebooks;

namespace Workbench.Scripting.Tests.Notebooks.Workers;

/// <summary>What came out of a cell.</summary>
sealed class Heard : ICellOutput
{
    readonly StringBuilder printed = new();
    readonly StringBuilder complained = new();
    readonly List<string> events = [];

    public string Out => Locked(() => printed.ToString());

    public string Error => Locked(() => complained.ToString());

    public IReadOnlyList<string> Events => Locked(() => events.ToArray());

    public int Texts { get; private set; }

    public void Stream(StreamName name, string text) => Locked(() =>
    {
        Texts++;
        return (name == StreamName.Out ? printed : complained).Append(text);
    });

    public void Display(MimeBundle content, string? displayId = null) => Add($"display {displayId} {content.Forms[MimeBundle.PlainText]}");

    public void Update(string displayId, MimeBundle content) => Add($"update {displayId} {content.Forms[MimeBundle.PlainText]}");

    public void Clear(bool wait) => Add($"clear {wait}");

    void Add(string text) => Locked(() =>
    {
        events.Add(text);
        return true;
    });

    T Locked<T>(Func<T> act)
    {
        lock (events)
        {
            return act();
        }
    }
}
