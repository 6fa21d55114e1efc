using System.Text;

namespace Workbench.Scripting.Notebooks;

/// <summary>Takes the console's place: what a cell prints, on whatever thread of its own, goes to its output; all else goes where it went before.</summary>
sealed class CellConsole(StreamName name, TextWriter outside) : TextWriter(System.Globalization.CultureInfo.InvariantCulture)
{
    static readonly Lock Door = new();
    static bool installed;

    public override Encoding Encoding => Encoding.UTF8;

    /// <summary>Takes the place, once in a process.</summary>
    public static void Install()
    {
        lock (Door)
        {
            if (!installed)
            {
                Console.SetOut(new CellConsole(StreamName.Out, Console.Out));
                Console.SetError(new CellConsole(StreamName.Error, Console.Error));
                Console.SetIn(new CellKeyboard(Console.In));
                installed = true;
            }
        }
    }

    public override void Write(char value) => Write(value.ToString());

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void Write(ReadOnlySpan<char> buffer) => Write(buffer.ToString());

    public override void Write(string? value)
    {
        if (CellContext.CurrentOrNone is { } cell)
        {
            cell.Output.Stream(name, value ?? "");
        }
        else
        {
            outside.Write(value);
        }
    }

    public override void WriteLine(string? value) => Write(value + "\n");

    public override void Flush() => outside.Flush();
}
