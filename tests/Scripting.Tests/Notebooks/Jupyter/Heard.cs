using System.Text;

namespace Workbench.Scripting.Tests.Notebooks.Jupyter;

/// <summary>Lines that may be read while others are written.</summary>
sealed class Heard : TextWriter
{
    readonly StringBuilder lines = new();

    public override Encoding Encoding => Encoding.UTF8;

    public override void WriteLine(string? value)
    {
        lock (lines)
        {
            lines.Append(value).Append('\n');
        }
    }

    public bool Has(string text) => ToString().Contains(text, StringComparison.Ordinal);

    public void Forget()
    {
        lock (lines)
        {
            lines.Clear();
        }
    }

    public override string ToString()
    {
        lock (lines)
        {
            return lines.ToString();
        }
    }
}
