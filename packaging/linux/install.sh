#!/bin/sh
# Run by the .run file after unpacking: puts Strongroom into the user's own folders, without any
# right of an administrator. STRONGROOM_PLACE names another folder than ~/.local/opt/strongroom.
set -eu
new=$(pwd)
place=${STRONGROOM_PLACE:-$HOME/.local/opt/strongroom}
share=${XDG_DATA_HOME:-$HOME/.local/share}

mkdir -p "$(dirname "$place")" "$HOME/.local/bin" "$share/applications" "$share/icons/hicolor/scalable/apps"
if [ -e "$place" ] && [ ! -x "$place/strongroom" ]; then
    echo "There is something else at $place." >&2
    exit 1
fi
rm -rf "$place"
mv "$new" "$place"
ln -sf "$place/strongroom" "$HOME/.local/bin/strongroom"
cp "$place/_internal/resources/icons/strongroom.svg" "$share/icons/hicolor/scalable/apps/"
sed "s|^Exec=strongroom|Exec=\"$place/strongroom\"|" "$place/strongroom.desktop" \
    > "$share/applications/strongroom.desktop"
if command -v update-desktop-database > /dev/null; then
    update-desktop-database -q "$share/applications"
fi
echo "Strongroom is installed. It is among your applications; or run: $place/strongroom"
echo "To remove it: $place/uninstall.sh"
