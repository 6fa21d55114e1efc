using System.Text;
using System.Text.Json.Nodes;

namespace Workbench.Scripting.Notebooks;

/// <summary>
/// Publishes a cell's output under that cell's header. What it prints is gathered for a moment: a cell that prints a million single letters must not
/// make a million messages, under which its readers would be cut off.
/// </summary>
sealed class CellRelay(Iopub iopub, byte[] parent) : ICellOutput
{
    const int MostGathered = 32 * 1024;
    static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(30);

    readonly Lock gate = new();
    readonly StringBuilder gathered = new();
    StreamName stream;
    bool isDue;

    public void Stream(StreamName name, string text)
    {
        lock (gate)
        {
            if (name != stream)
            {
                Publish();
                stream = name;
            }

            gathered.Append(text);
            if (gathered.Length >= MostGathered)
            {
                Publish();
            }
            else if (!isDue)
            {
                isDue = true;
                _ = PublishSoon();
            }
        }
    }

    public void Display(MimeBundle content, string? displayId = null) => Send("display_data", Shown(content, displayId));

    public void Update(string displayId, MimeBundle content) => Send("update_display_data", Shown(content, displayId));

    public void Clear(bool wait) => Send("clear_output", new JsonObject { ["wait"] = wait });

    /// <summary>Sends something of the cell's behind all that it printed before.</summary>
    public void Send(string type, JsonObject content)
    {
        lock (gate)
        {
            Publish();
            iopub.Publish(type, parent, content);
        }
    }

    /// <summary>Sends what was gathered.</summary>
    public void Flush()
    {
        lock (gate)
        {
            Publish();
        }
    }

    static JsonObject Shown(MimeBundle content, string? displayId) => new()
    {
        ["data"] = MimeJson.Data(content),
        ["metadata"] = MimeJson.Metadata(content),
        ["transient"] = displayId is null ? new JsonObject() : new JsonObject { ["display_id"] = displayId },
    };

    async Task PublishSoon()
    {
        await Task.Delay(Moment).ConfigureAwait(false);
        lock (gate)
        {
            isDue = false;
            Publish();
        }
    }

    void Publish()
    {
        if (gathered.Length > 0)
        {
            iopub.Publish("stream", parent, new JsonObject { ["name"] = stream == StreamName.Out ? "stdout" : "stderr", ["text"] = gathered.ToString() });
            gathered.Clear();
        }
    }
}
