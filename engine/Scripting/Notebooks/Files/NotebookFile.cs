namespace Workbench.Scripting.Notebooks;

/// <summary>
/// Notebooks on disk. <c>.ipynb</c> is Jupyter's format (nbformat 4), written byte for byte as Jupyter writes it, so that opening a file here leaves
/// no trace in its history. <c>.dib</c> is the plain text of Polyglot Notebooks: it has no place for outputs and execution counts, which are left
/// out; ids and metadata that it cannot say otherwise go into its <c>#!meta</c> block under <c>workbench</c>.
/// </summary>
public static class NotebookFile
{
    /// <summary>Largest file that is read, in bytes: 100 MB.</summary>
    public const long MostBytes = 100L << 20;

    /// <summary>Reads a notebook, by what its name ends with.</summary>
    /// <param name="path">A .ipynb or .dib file.</param>
    /// <exception cref="WorkbenchException">
    /// WB3080 it is not there, WB3081 its name says neither, WB3082 the disk refuses, WB3083 it is no such file (line and reason are named),
    /// WB3084 it is of an older or newer format, WB3085 it is too large.
    /// </exception>
    public static Notebook Read(string path)
    {
        var isJson = KeepsOutputs(path);
        var bytes = Bytes(path);
        return isJson ? IpynbReader.Read(path, bytes) : DibReader.Read(path, bytes);
    }

    /// <summary>Writes a notebook, by what the name ends with: whole or not at all.</summary>
    /// <param name="path">A .ipynb or .dib file; it may exist.</param>
    /// <param name="notebook">What to write.</param>
    /// <param name="overwrites">Whether a file that is there may go. Default yes.</param>
    /// <exception cref="WorkbenchException">WB3081 the name says neither, WB3089 a file is there and may not go.</exception>
    /// <exception cref="IOException">The disk refuses; what was there before is unchanged.</exception>
    public static void Write(string path, Notebook notebook, bool overwrites = true)
    {
        var bytes = KeepsOutputs(path) ? IpynbWriter.Write(notebook) : DibWriter.Write(notebook);
        if (!overwrites && File.Exists(path))
        {
            throw NotebookFileErrors.AlreadyThere(path);
        }

        Place(path, bytes);
    }

    /// <summary>Whether a file of that name has a place for outputs: .ipynb has, .dib has none.</summary>
    /// <exception cref="WorkbenchException">WB3081: the name is no notebook's.</exception>
    public static bool KeepsOutputs(string path) =>
        Path.GetExtension(path) switch
        {
            ".ipynb" => true,
            ".dib" => false,
            _ => throw NotebookFileErrors.UnknownKind(path),
        };

    /// <summary>Puts a file into its place: written beside it, then moved.</summary>
    internal static void Place(string path, byte[] bytes)
    {
        var beside = $"{path}.{Guid.NewGuid():N}.part";
        try
        {
            File.WriteAllBytes(beside, bytes);
            File.Move(beside, path, overwrite: true);
        }
        finally
        {
            File.Delete(beside);
        }
    }

    static byte[] Bytes(string path)
    {
        try
        {
            var file = new FileInfo(path);
            return !file.Exists ? throw NotebookFileErrors.NotThere(path)
                : file.Length > MostBytes ? throw NotebookFileErrors.TooLarge(path, file.Length, MostBytes)
                : File.ReadAllBytes(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw NotebookFileErrors.Unreadable(path, error);
        }
    }
}
