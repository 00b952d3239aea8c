#!/bin/sh
# Removes what install.sh put into the user's folders. Libraries and settings stay.
set -eu
place=$(cd "$(dirname "$0")" && pwd)
share=${XDG_DATA_HOME:-$HOME/.local/share}
if [ "$(readlink "$HOME/.local/bin/strongroom")" = "$place/strongroom" ]; then
    rm "$HOME/.local/bin/strongroom"
fi
rm -f "$share/applications/strongroom.desktop" "$share/icons/hicolor/scalable/apps/strongroom.svg"
if command -v update-desktop-database > /dev/null; then
    update-desktop-database -q "$share/applications"
fi
cd /
rm -rf "$place"
echo "Strongroom is removed. Your libraries are still in $share/strongroom."
