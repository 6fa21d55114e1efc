namespace Workbench.Architecture.Tests;

/// <summary>Nothing in the project knows the machine it was written on, or the place a package came from.</summary>
public sealed class NoPlaceTests
{
    // Put together here, so that this file does not hold what it looks for.
    static readonly string[] Places = ["/" + "home/", "/" + "root/", "/" + "work/", "C:" + @"\Users", "/" + "Users/"];

    [Fact]
    public void No_file_holds_a_path_of_a_machine() => Assert.Empty(
        from file in Checkout.Files
        let text = Checkout.Text(file)
        where text is not null
        from place in Places
        where text.Contains(place, StringComparison.Ordinal)
        select $"{place} in {file}");

    [Fact]
    public void No_lock_file_holds_a_download_address() => Assert.DoesNotContain(
        Checkout.Files.Where(file => file.EndsWith("package-lock.json", StringComparison.Ordinal)),
        file => Checkout.Text(file)!.Contains("\"resolved\"", StringComparison.Ordinal));
}
