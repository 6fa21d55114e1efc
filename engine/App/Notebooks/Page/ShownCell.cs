using System.Text;
using System.Text.Json.Nodes;
using Workbench.Scripting.Notebooks;

namespace Workbench.App;

/// <summary>What a cell has shown since it was begun last. Its notebook sees to it that one thread at a time is here.</summary>
sealed class ShownCell
{
    readonly List<Item> items = [];
    bool clearsNext;

    /// <summary>Its number in the kernel's life; null while it was not run.</summary>
    public int? Count { get; private set; }

    /// <summary>How long it took; null while it was not run here.</summary>
    public double? Seconds { get; private set; }

    /// <summary>Line of the cell that an error is to blame on, from 1; 0 for none.</summary>
    public int ErrorLine { get; private set; }

    /// <summary>What a file says that a cell showed.</summary>
    public static ShownCell Of(JsonArray outputs, int? count)
    {
        var cell = new ShownCell { Count = count };
        cell.items.AddRange(outputs.OfType<JsonObject>().Select(output => new Item { Output = output.DeepClone().AsObject() }));
        return cell;
    }

    public void Begin()
    {
        (Count, Seconds, ErrorLine, clearsNext) = (null, null, 0, false);
        items.Clear();
    }

    public void End(CellResult result) => (Count, Seconds, ErrorLine) = (result.Count > 0 ? result.Count : null, result.Seconds, result.Error?.Line ?? 0);

    public void Stream(string name, string text)
    {
        ClearIfDue();
        if (items.Count == 0 || items[^1].Text is null || items[^1].Name != name)
        {
            items.Add(new Item { Name = name, Text = new StringBuilder() });
        }

        items[^1].Text!.Append(text);
    }

    public void Add(JsonObject output, string? displayId)
    {
        ClearIfDue();
        items.Add(new Item { Output = output, DisplayId = displayId });
    }

    /// <summary>Replaces what was shown under a name; nothing where this cell showed nothing under it.</summary>
    public void Update(string displayId, JsonObject data, JsonObject metadata)
    {
        foreach (var item in items.Where(item => item.DisplayId == displayId))
        {
            item.Output!["data"] = data.DeepClone();
            item.Output["metadata"] = metadata.DeepClone();
        }
    }

    public void Clear(bool wait)
    {
        clearsNext = wait;
        if (!wait)
        {
            items.Clear();
        }
    }

    /// <summary>What it showed, as a file has it.</summary>
    public JsonArray Outputs() => [.. items.Select(item => (JsonNode)item.Json())];

    /// <summary>What it showed, as a page wants it: with the names that updates go by.</summary>
    public JsonObject ForPage() => new()
    {
        ["outputs"] = new JsonArray([.. items.Select(item => (JsonNode)new JsonObject { ["output"] = item.Json(), ["displayId"] = item.DisplayId })]),
        ["count"] = Count,
        ["seconds"] = Seconds,
        ["line"] = ErrorLine,
    };

    void ClearIfDue()
    {
        if (clearsNext)
        {
            clearsNext = false;
            items.Clear();
        }
    }

    // Printed text grows in a builder: cells print a word at a time, and strings would be copied at each.
    sealed class Item
    {
        public string Name { get; init; } = "";

        public StringBuilder? Text { get; init; }

        public JsonObject? Output { get; init; }

        public string? DisplayId { get; init; }

        public JsonObject Json() => Text is null ? Output!.DeepClone().AsObject() : OutputJson.Stream(Name, Text.ToString());
    }
}
