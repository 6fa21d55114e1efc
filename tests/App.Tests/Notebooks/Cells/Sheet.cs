using System.Text;
using Workbench.Scripting.Notebooks;

namespace Workbench.App.Tests.Notebooks.Cells;

/// <summary>Where a cell's output goes.</summary>
/// <param name="displays">What the notebook shows under names.</param>
sealed class Sheet(Dictionary<string, List<ShownThing>> displays) : ICellOutput
{
    readonly StringBuilder printed = new();
    readonly StringBuilder warned = new();
    readonly List<ShownThing> shown = [];

    public void Stream(StreamName name, string text)
    {
        lock (displays)
        {
            (name == StreamName.Out ? printed : warned).Append(text);
        }
    }

    public void Display(MimeBundle content, string? displayId = null)
    {
        lock (displays)
        {
            var thing = new ShownThing(content);
            shown.Add(thing);
            if (displayId is not null)
            {
                (displays.TryGetValue(displayId, out var named) ? named : displays[displayId] = []).Add(thing);
            }
        }
    }

    public void Update(string displayId, MimeBundle content)
    {
        lock (displays)
        {
            displays[displayId].ForEach(thing => thing.Content = content);
        }
    }

    public void Clear(bool wait)
    {
    }

    /// <summary>The cell is over.</summary>
    public CellEnd End(CellResult result)
    {
        lock (displays)
        {
            return new CellEnd(result, [.. shown, .. result.Value is { } value ? [new ShownThing(value)] : (ShownThing[])[]], printed.ToString(), warned.ToString());
        }
    }
}
