using System.Text;

namespace Workbench.Scripting.Notebooks;

/// <summary>
/// A cell's output on its way to the door. Printed text is gathered for a moment, since a loop that prints a line at a time would otherwise send a
/// frame for each.
/// </summary>
sealed class WorkerOutput : ICellOutput
{
    const int MostGathered = 8192;
    static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(20);

    readonly FrameStream frames;
    readonly object gate = new();
    readonly StringBuilder gathered = new();
    StreamName name;

    public WorkerOutput(FrameStream frames)
    {
        this.frames = frames;
        // A thread of its own: the pool may be busy with what the cell started.
        new Thread(SendNowAndThen) { IsBackground = true, Name = "output" }.Start();
    }

    /// <inheritdoc/>
    public void Stream(StreamName name, string text)
    {
        lock (gate)
        {
            if (name != this.name)
            {
                SendGathered();
                this.name = name;
            }

            for (var at = 0; at < text.Length; at += MostGathered)
            {
                gathered.Append(text, at, Math.Min(MostGathered, text.Length - at));
                if (gathered.Length >= MostGathered)
                {
                    SendGathered();
                }
            }

            Monitor.Pulse(gate);
        }
    }

    /// <inheritdoc/>
    public void Display(MimeBundle content, string? displayId = null) => Send(new DisplayFrame(content, displayId));

    /// <inheritdoc/>
    public void Update(string displayId, MimeBundle content) => Send(new UpdateFrame(displayId, content));

    /// <inheritdoc/>
    public void Clear(bool wait) => Send(new ClearFrame(wait));

    /// <summary>Sends a frame behind all that was printed before it. A door that is gone is noticed elsewhere.</summary>
    public void Send(Frame frame)
    {
        lock (gate)
        {
            SendGathered();
            Write(frame);
        }
    }

    /// <summary>Sends what was printed so far.</summary>
    public void Flush()
    {
        lock (gate)
        {
            SendGathered();
        }
    }

    void SendNowAndThen()
    {
        while (true)
        {
            lock (gate)
            {
                while (gathered.Length == 0)
                {
                    Monitor.Wait(gate);
                }
            }

            Thread.Sleep(Longest);
            Flush();
        }
    }

    void SendGathered()
    {
        if (gathered.Length == 0)
        {
            return;
        }

        // One half of a surrogate pair says nothing: it waits for the other.
        var half = gathered.Length > 1 && char.IsHighSurrogate(gathered[^1]) ? gathered[^1] : (char?)null;
        var text = gathered.ToString(0, gathered.Length - (half is null ? 0 : 1));
        gathered.Clear();
        Write(new StreamFrame(name, text));
        if (half is { } kept)
        {
            gathered.Append(kept);
        }
    }

    void Write(Frame frame)
    {
        try
        {
            frames.Write(frame);
        }
        catch (InvalidDataException tooLong)
        {
            frames.Write(Instead(frame, tooLong.Message));
        }
        catch (IOException)
        {
            // The loop reads the end of the other pipe, and leaves.
        }
    }

    /// <summary>What is sent in the place of a frame that is too long.</summary>
    static Frame Instead(Frame frame, string why) => frame switch
    {
        UpdateFrame update => update with { Content = TooLong(why) },
        DisplayFrame display => display with { Content = TooLong(why) },
        ResultFrame { Result.Value: not null } result => result with { Result = result.Result with { Value = TooLong(why) } },
        ResultFrame result => result with { Result = result.Result with { Error = WorkerErrors.ResultTooLong(why), Names = [] } },
        AnswerFrame answer => answer with { Answer = Answers.Empty(answer.Question) },
        _ => new StreamFrame(StreamName.Error, $"Too long to be shown: {why}.\n"),
    };

    static MimeBundle TooLong(string why) => MimeBundle.Plain($"Too long to be shown: {why}.");
}
