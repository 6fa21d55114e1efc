using System.Text;

namespace Workbench.Scripting.Notebooks;

/// <summary>
/// What a worker says on its stderr as it dies. The runtime's own obituary is held back, since the door says the same in the words of the notebook;
/// where the worker lives on, it was the cell's own text and is shown.
/// </summary>
sealed class LastWords
{
    const int MostHeld = 16_384;
    const int MostTail = 4_096;
    static readonly string[] Openers = ["Stack overflow.", "Unhandled exception.", "Process terminated.", "Out of memory.", "Fatal error.", "Fatal error:"];

    readonly StringBuilder held = new();
    readonly StringBuilder tail = new();
    bool isSpeaking;
    bool isLineStart = true;

    /// <summary>The obituary; empty where there is none.</summary>
    public string Text => isSpeaking ? held.ToString() : "";

    /// <summary>The end of all that came, for a worker that did not even begin.</summary>
    public string Tail => tail.ToString();

    /// <summary>Takes the next text, and gives back what is to be shown of it.</summary>
    public string Take(string text)
    {
        Remember(text);
        if (isSpeaking)
        {
            Hold(text);
            return "";
        }

        var all = held + text;
        held.Clear();
        var shown = all.Length;
        for (var at = isLineStart ? 0 : NextLine(all, 0); at < all.Length; at = NextLine(all, at))
        {
            var rest = all.AsSpan(at);
            isSpeaking = Begins(rest, Openers);
            if (isSpeaking || MayBegin(rest, Openers))
            {
                Hold(all[at..]);
                shown = at;
                break;
            }
        }

        isLineStart = shown == 0 ? isLineStart : all[shown - 1] == '\n';
        return all[..shown];
    }

    /// <summary>The cell is over and the worker lives: what was held back is shown after all.</summary>
    public string Release()
    {
        var text = held.ToString();
        held.Clear();
        isSpeaking = false;
        isLineStart = text.Length == 0 ? isLineStart : text[^1] == '\n';
        return text;
    }

    void Remember(string text)
    {
        tail.Append(text);
        if (tail.Length > MostTail)
        {
            tail.Remove(0, tail.Length - MostTail);
        }
    }

    void Hold(string text) => held.Append(text, 0, Math.Min(text.Length, MostHeld - held.Length));

    static int NextLine(string text, int from) => text.IndexOf('\n', from) is var at and >= 0 ? at + 1 : text.Length;

    static bool Begins(ReadOnlySpan<char> line, string[] openers)
    {
        foreach (var opener in openers)
        {
            if (line.StartsWith(opener, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    static bool MayBegin(ReadOnlySpan<char> line, string[] openers)
    {
        foreach (var opener in openers)
        {
            if (line.Length < opener.Length && opener.AsSpan().StartsWith(line, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
