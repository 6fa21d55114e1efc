namespace Workbench.Platform.Journals;

/// <summary>Where a journal writes. There is one, <see cref="JournalDisk"/>; a test puts one around it that fails on demand.</summary>
public interface IJournalDisk
{
    /// <summary>A file that is not there yet.</summary>
    IJournalFile Create(string path);

    /// <summary>A file that is there, to go on writing.</summary>
    IJournalFile Open(string path);

    /// <summary>Gives a file its final name, so that it survives a crash under it or is not there at all.</summary>
    void Rename(string from, string to);

    /// <summary>Removes a file.</summary>
    void Delete(string path);
}
