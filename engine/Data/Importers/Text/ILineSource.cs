namespace Workbench.Data.Importers.Text;

/// <summary>Lines of a text file, in one direction or the other.</summary>
interface ILineSource : IDisposable
{
    /// <summary>Row of the last line in the file, from 1.</summary>
    long Row { get; }

    /// <summary>The next line without its end; valid until the next call. False where there is none.</summary>
    bool TryNext(out ReadOnlySpan<byte> line);
}
